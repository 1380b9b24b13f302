package org.kamsuite.local.deploy;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Every image has a tag that says which one it is.
final class Images implements Rule {

    private static final Pattern NAMED =
            Pattern.compile("[a-z0-9./_-]+(:[0-9]+/[a-z0-9./_-]+)?:([^:/]+)");

    @Override
    public Stream<String> findings(Manifests manifests) {
        return manifests
                .pods()
                .flatMap(pod -> pod.containers().map(each -> each.path("image").asText()))
                .filter(image -> !isNamed(image))
                .map(image -> "The image " + image + " is any image");
    }

    static boolean isNamed(String image) {
        var name = NAMED.matcher(image);
        return name.matches() && !name.group(2).equals("latest");
    }
}
