package org.kamsuite.account.designation;

/// What the system looks at, beside the verdict, when a cycle is closed.
///
/// @param root whether the account is the top of its tree
/// @param room whether a slot is free and a manager could take the account
record Situation(Cycle cycle, ProgrammeConfig rules, boolean root, boolean room) {}
