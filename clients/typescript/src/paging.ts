import { type Outcome, required } from "./call.js";

/** One page of a list: `next` is the cursor of the page that follows. */
export interface Page<T> {
    items?: T[];
    next?: string;
}

/** Where a page begins: to be spread into the query. */
export interface At {
    cursor?: string;
}

/**
 * Every item of a list; pages are fetched as they are needed.
 *
 * @throws ProblemError if a page is refused
 */
export async function* items<T>(
    fetchPage: (at: At) => Promise<Outcome<Page<T>>>,
): AsyncGenerator<T, void, undefined> {
    let at: At | undefined = {};
    while (at !== undefined) {
        const page: Page<T> = (await required(fetchPage(at))).data;
        yield* page.items ?? [];
        at = page.next === undefined ? undefined : { cursor: page.next };
    }
}
