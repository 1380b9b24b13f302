package org.kamsuite.account.designation;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/// What the chunks of a cycle's close have done so far.
final class Progress {

    private final Map<State, Integer> moves = new TreeMap<>();
    private final Map<WaitReason, Integer> waiting = new TreeMap<>();
    private int evaluated;
    private UUID last = new UUID(0, 0);
    private boolean more = true;

    void evaluated(UUID account) {
        last = account;
        evaluated++;
    }

    void waits(UUID account, WaitReason why) {
        last = account;
        waiting.merge(why, 1, Integer::sum);
    }

    void moved(State to) {
        moves.merge(to, 1, Integer::sum);
    }

    void finish() {
        more = false;
    }

    boolean more() {
        return more;
    }

    /// The account after which the next chunk begins.
    UUID last() {
        return last;
    }

    Map<WaitReason, Integer> waiting() {
        return waiting;
    }

    CycleClose.Outcome outcome(Cycle cycle) {
        var all = waiting.values().stream().mapToInt(Integer::intValue).sum();
        return new CycleClose.Outcome(cycle.name(), evaluated, all, waiting, moves);
    }
}
