package org.kamsuite.kit.rest;

import java.util.UUID;

/// Knows what an answer about an account would rest on at this moment.
public interface Freshness {

    Basis basisOf(UUID accountId);

    /// The version of the facts, and whether everything that follows from them rests on them too.
    record Basis(long epoch, long sequence, boolean settled) {

        public static final Basis NOTHING = new Basis(0, 0, false);

        boolean reaches(long wantedEpoch, long wantedSequence) {
            return settled
                    && (epoch > wantedEpoch
                            || (epoch == wantedEpoch && sequence >= wantedSequence));
        }
    }
}
