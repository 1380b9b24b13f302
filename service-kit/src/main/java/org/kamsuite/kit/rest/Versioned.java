package org.kamsuite.kit.rest;

import com.fasterxml.jackson.annotation.JsonIgnore;

/// A response that has a version, sent as its entity tag.
public interface Versioned {

    @JsonIgnore
    String etag();
}
