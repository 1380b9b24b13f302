import createClient, { type Client, type Middleware } from "openapi-fetch";

/** A bearer token, or what answers one for each request, so that it can be renewed. */
export type Token = string | (() => string | Promise<string>);

/** What the client of one service is made of. */
export interface ServiceOptions {
    /** Where the service answers, without `/api/v1`. */
    baseUrl: string;
    token: Token;
    /** Instead of the global one: for proxies, retries or tests. */
    fetch?: (request: Request) => Promise<Response>;
}

/** A client whose paths, parameters, bodies and answers are those of an OpenAPI document. */
export type ServiceClient<Paths extends {}> = Client<Paths>;

export function createServiceClient<Paths extends {}>(options: ServiceOptions): ServiceClient<Paths> {
    const client = createClient<Paths>({
        baseUrl: options.baseUrl,
        bodySerializer,
        ...(options.fetch === undefined ? {} : { fetch: options.fetch }),
    });
    client.use(authorization(options.token), mergePatch);
    return client;
}

/** Rows of an import are text already. */
function bodySerializer(body: unknown): string {
    return typeof body === "string" ? body : JSON.stringify(body);
}

function authorization(token: Token): Middleware {
    return {
        async onRequest({ request }) {
            const value = typeof token === "string" ? token : await token();
            request.headers.set("Authorization", `Bearer ${value}`);
        },
    };
}

/** Every PATCH of the suite takes a JSON merge patch (RFC 7396). */
const mergePatch: Middleware = {
    onRequest({ request }) {
        if (request.method === "PATCH") {
            request.headers.set("Content-Type", "application/merge-patch+json");
        }
    },
};
