package org.kamsuite.architecture.wrong.scoring.facts;

import org.kamsuite.architecture.wrong.scoring.frame.Frame;

/// The other half.
public class Facts {

    Object frame() {
        return Frame.class;
    }
}
