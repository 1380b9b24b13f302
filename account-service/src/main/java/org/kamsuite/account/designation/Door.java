package org.kamsuite.account.designation;

/// What makes the system look at an account for the programme.
enum Door {
    /// The account is one of the big ones.
    REVENUE,
    /// The account takes much of the team's work.
    WORK,
    /// The account promises to grow.
    GROWTH
}
