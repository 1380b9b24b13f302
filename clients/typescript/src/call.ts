import { ProblemError, problemOf } from "./problem.js";

/** What a call of a client ends with. */
export type Outcome<T> =
    | { data: T; error?: never; response: Response }
    | { data?: never; error: unknown; response: Response };

/** What was asked for, with what the next call needs of its headers. */
export interface Answer<T> {
    data: T;
    /** For `If-Match` when it is changed, or `If-None-Match` when it is read again. */
    etag: string | undefined;
    /** What was written, for `X-Wait-For` at the other services. */
    accountSequence: string | undefined;
    response: Response;
}

/**
 * The answer of a call that has to succeed.
 *
 * @throws ProblemError if it was refused; for a read with `If-None-Match`, look at the response's status instead
 */
export async function required<T>(call: Promise<Outcome<T>>): Promise<Answer<T>> {
    const { data, error, response } = await call;
    if (!response.ok) {
        throw new ProblemError(problemOf(error, response), response);
    }
    return {
        data: data as T,
        etag: response.headers.get("ETag") ?? undefined,
        accountSequence: response.headers.get("Account-Sequence") ?? undefined,
        response,
    };
}
