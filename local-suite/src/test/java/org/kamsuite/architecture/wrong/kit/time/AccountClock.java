package org.kamsuite.architecture.wrong.kit.time;

import org.kamsuite.architecture.wrong.scoring.facts.Facts;

/// A class of the kit that knows the domain, and a service.
public class AccountClock {

    Object facts() {
        return Facts.class;
    }
}
