import type { components, operations, paths } from "./generated/opportunity.js";
import { createServiceClient, type ServiceClient, type ServiceOptions } from "./service.js";

export type { components, operations, paths };

/** The bodies and answers of the opportunity service by their names. */
export type OpportunitySchemas = components["schemas"];

export type OpportunityClient = ServiceClient<paths>;

export function createOpportunityClient(options: ServiceOptions): OpportunityClient {
    return createServiceClient<paths>(options);
}
