import type { components, operations, paths } from "./generated/account.js";
import { createServiceClient, type ServiceClient, type ServiceOptions } from "./service.js";

export type { components, operations, paths };

/** The bodies and answers of the account service by their names. */
export type AccountSchemas = components["schemas"];

export type AccountClient = ServiceClient<paths>;

export function createAccountClient(options: ServiceOptions): AccountClient {
    return createServiceClient<paths>(options);
}
