package org.kamsuite.account.designation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Why an account cannot be evaluated in a cycle yet: it has no settled verdict.
@Schema(
        description =
                "NO_VERDICT nothing was published on the account; NOT_SCORED its facts do not suffice, or it is not active; NOT_SETTLED its white space rests on other facts; OTHER_CYCLE the verdict is of neither the cycle that closes nor the next")
public enum WaitReason {
    NO_VERDICT,
    NOT_SCORED,
    NOT_SETTLED,
    /// The verdict is of neither the cycle that closes nor the next one.
    OTHER_CYCLE
}
