package org.kamsuite.local.hostile;

import java.util.Set;

/// One hostile request, and which answers to it are right.
///
/// @param place where the answer says the fault is, as a JSON pointer or a parameter's name; empty
///   where it need not say so
record HostileCase(
        Category category, String what, Request request, Set<Integer> statuses, String place) {

    static HostileCase of(Category category, String what, Request request) {
        return new HostileCase(category, what, request, category.statuses(), "");
    }

    HostileCase answered(Integer... others) {
        return new HostileCase(category, what, request, Set.of(others), place);
    }

    HostileCase at(String fault) {
        return new HostileCase(category, what, request, statuses, fault);
    }
}
