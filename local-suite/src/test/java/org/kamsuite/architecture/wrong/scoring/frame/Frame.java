package org.kamsuite.architecture.wrong.scoring.frame;

import org.kamsuite.architecture.wrong.scoring.facts.Facts;

/// Half of a cycle.
public class Frame {

    Object facts() {
        return Facts.class;
    }
}
