package org.kamsuite.account.designation;

/// The slots of the programme and how many are held.
///
/// @param configuredCap what the company allows
/// @param byAccounts a share of the active accounts, and at least a few
/// @param byManagers what the key account managers can carry, by number
public record Slots(int configuredCap, int byAccounts, int byManagers, int held) {

    public int total() {
        return Math.min(configuredCap, Math.min(byAccounts, byManagers));
    }

    public int free() {
        return Math.max(0, total() - held);
    }

    public boolean overCapacity() {
        return held > total();
    }

    void requireOne() {
        if (free() == 0) {
            throw new ProgrammeFull(this);
        }
    }
}
