package org.kamsuite.kit.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import org.kamsuite.kit.outbox.Epoch;

/// Writes entity tags, and compares them as RFC 9110 wants it.
///
/// After a restore the epoch stands before the version: no tag of the lost history matches.
@ApplicationScoped
public class EntityTags {

    /// Stands between the version and the digest of what is derived.
    static final String DERIVED = "+";

    private final Epoch epoch;

    @Inject
    EntityTags(Epoch epoch) {
        this.epoch = epoch;
    }

    public String of(Versioned answer) {
        return of(answer.tag());
    }

    public String of(String version) {
        var history = epoch.recent();
        return "\"" + (history == 1 ? "" : history + ".") + version + "\"";
    }

    /// For `If-Match`: any tag of this version that is not weak, whatever was derived beside it.
    boolean match(String header, String version) {
        return any(header.replaceAll("[" + DERIVED + "][^\",]*\"", "\""), of(version), "");
    }

    /// For `If-None-Match`: a weak tag is as good.
    static boolean matchWeakly(String header, String current) {
        return any(header, current, "W/");
    }

    private static boolean any(String header, String current, String dropped) {
        return header.strip().equals("*")
                || Arrays.stream(header.split(","))
                        .map(String::strip)
                        .map(tag -> tag.startsWith("W/") ? tag.substring(dropped.length()) : tag)
                        .anyMatch(current::equals);
    }
}
