package org.kamsuite.kit.rest;

import java.util.Arrays;

/// Compares entity tags as RFC 9110 wants it.
final class EntityTags {

    /// Stands between the version and the digest of what is derived.
    static final String DERIVED = "+";

    private EntityTags() {}

    static String of(String version) {
        return "\"" + version + "\"";
    }

    /// For `If-Match`: any tag of this version that is not weak, whatever was derived beside it.
    static boolean match(String header, String version) {
        return any(header.replaceAll("[" + DERIVED + "][^\",]*\"", "\""), version, "");
    }

    /// For `If-None-Match`: a weak tag is as good.
    static boolean matchWeakly(String header, String version) {
        return any(header, version, "W/");
    }

    private static boolean any(String header, String version, String dropped) {
        return header.strip().equals("*")
                || Arrays.stream(header.split(","))
                        .map(String::strip)
                        .map(tag -> tag.startsWith("W/") ? tag.substring(dropped.length()) : tag)
                        .anyMatch(of(version)::equals);
    }
}
