package org.kamsuite.kit.shelf;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamsuite.kit.rest.Identified;
import org.kamsuite.kit.rest.Versioned;

record BookResponse(
        UUID id, String title, int pages, String price, @Nullable String binding, long version)
        implements Identified, Versioned {

    @Override
    public String etag() {
        return Long.toString(version);
    }
}
