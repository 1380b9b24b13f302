package org.kamsuite.kit.problem;

/// The problems that HTTP itself knows, by status.
final class HttpProblems {

    private HttpProblems() {}

    static Problem of(int status, String path) {
        return switch (status) {
            case 401 ->
                    Problem.of(
                            401,
                            "unauthenticated",
                            "A token is needed",
                            "The request needs a valid bearer token");
            case 403 ->
                    Problem.of(
                            403,
                            "forbidden",
                            "Not allowed",
                            "The roles of the caller do not allow this operation");
            case 404 ->
                    Problem.of(
                            404,
                            "not-found",
                            "Not found",
                            "There is nothing at "
                                    + ValueForms.shown(path)
                                    + ", or a parameter of the path has the wrong form");
            case 405 ->
                    Problem.of(
                            405,
                            "method-not-allowed",
                            "Method not allowed",
                            "The method is not allowed at " + ValueForms.shown(path));
            case 406 ->
                    Problem.of(
                            406,
                            "not-acceptable",
                            "Not acceptable",
                            "None of the media types in Accept can be written");
            case 413 ->
                    Problem.of(
                            413,
                            "body-too-large",
                            "The body is too large",
                            "The body is larger than this service takes");
            case 415 ->
                    Problem.of(
                            415,
                            "unsupported-media-type",
                            "Unsupported media type",
                            "The Content-Type of the body cannot be read here");
            case 414 ->
                    Problem.of(
                            414,
                            "address-too-long",
                            "The address is too long",
                            "The address of the request is longer than this service takes");
            case 431 ->
                    Problem.of(
                            431,
                            "headers-too-large",
                            "The headers are too large",
                            "The headers of the request are larger than this service takes");
            default -> general(status, path);
        };
    }

    private static Problem general(int status, String path) {
        return status < 500
                ? Problem.of(
                        status,
                        "invalid-request",
                        "The request is invalid",
                        "The request to "
                                + ValueForms.shown(path)
                                + " cannot be read: check its parameters and its body")
                : Problem.of(
                        status,
                        "internal-error",
                        "Internal error",
                        "The request failed; the log of the service says why");
    }
}
