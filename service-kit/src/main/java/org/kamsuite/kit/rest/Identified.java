package org.kamsuite.kit.rest;

/// A response with an identifier; when it was created, `Location` is the request's path and the
/// identifier.
public interface Identified {

    Object id();
}
