package org.kamsuite.kit.shelf;

import java.util.UUID;
import org.kamsuite.kit.rest.Identified;
import org.kamsuite.kit.rest.Versioned;

record BookResponse(UUID id, String title, int pages, String price, long version)
        implements Identified, Versioned {

    @Override
    public String etag() {
        return Long.toString(version);
    }
}
