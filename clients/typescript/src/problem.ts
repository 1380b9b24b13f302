import type { components } from "./generated/account.js";

/** A refusal as RFC 9457 defines it, with every violation and its place. */
export type Problem = components["schemas"]["Problem"];

/** Says that a call was refused, and why. */
export class ProblemError extends Error {
    override readonly name = "ProblemError";

    constructor(
        readonly problem: Problem,
        readonly response: Response,
    ) {
        super(`${problem.status} ${problem.title}: ${problem.detail}`);
    }
}

export function isProblem(value: unknown): value is Problem {
    return (
        typeof value === "object" &&
        value !== null &&
        "type" in value &&
        typeof value.type === "string" &&
        "title" in value &&
        typeof value.title === "string" &&
        "status" in value &&
        typeof value.status === "number" &&
        "detail" in value &&
        typeof value.detail === "string"
    );
}

/** The problem that an answer tells; of an answer that tells none (a proxy's), what its status says. */
export function problemOf(error: unknown, response: Response): Problem {
    if (isProblem(error)) {
        return error;
    }
    return {
        type: "about:blank",
        title: response.statusText || "The request was not answered as expected",
        status: response.status,
        detail: typeof error === "string" ? error : "",
    };
}
