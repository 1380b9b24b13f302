import type { components, operations, paths } from "./generated/scoring.js";
import { createServiceClient, type ServiceClient, type ServiceOptions } from "./service.js";

export type { components, operations, paths };

/** The bodies and answers of the scoring service by their names. */
export type ScoringSchemas = components["schemas"];

export type ScoringClient = ServiceClient<paths>;

export function createScoringClient(options: ServiceOptions): ScoringClient {
    return createServiceClient<paths>(options);
}
