package org.kamsuite.local.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What a rule finds wrong with one thing.
final class Findings {

    private final String subject;
    private final List<String> found = new ArrayList<>();

    Findings(Object subject) {
        this.subject = subject.toString();
    }

    /// Notes what is wrong unless something holds.
    Findings unless(boolean holds, String wrong) {
        if (!holds) {
            found.add(subject + " " + wrong);
        }
        return this;
    }

    Stream<String> stream() {
        return found.stream();
    }
}
