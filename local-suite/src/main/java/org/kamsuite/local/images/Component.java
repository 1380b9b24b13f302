package org.kamsuite.local.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Something that others have made and an image carries.
///
/// @param type of CycloneDX, such as `library`
/// @param group the maker; empty where the name says enough
/// @param purl the package URL, by which scanners know it
/// @param sha256 of its file
record Component(
        String type, String group, String name, String version, String purl, String sha256) {

    /// A line of Quarkus' list of dependencies, as `group:name:classifier:type:version`.
    static Component maven(String line, Path jar) throws IOException {
        var parts = line.split(":", -1);
        var purl = "pkg:maven/" + parts[0] + "/" + parts[1] + "@" + parts[4] + "?type=" + parts[3];
        if (!parts[2].isEmpty()) {
            purl = purl.replace("?", "?classifier=" + parts[2] + "&");
        }
        return new Component("library", parts[0], parts[1], parts[4], purl, sha256(jar));
    }

    static Component debian(String name, String version, String architecture, Path archive)
            throws IOException {
        var purl = "pkg:deb/debian/" + name + "@" + encoded(version) + "?arch=" + architecture;
        return new Component("library", "", name, version, purl, sha256(archive));
    }

    static Component java(String vendor, String version, Path modules) throws IOException {
        var purl = "pkg:generic/openjdk@" + encoded(version);
        return new Component("platform", vendor, "openjdk", version, purl, sha256(modules));
    }

    private static String encoded(String version) {
        return version.replace("+", "%2B").replace(":", "%3A");
    }

    static String sha256(Path file) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
