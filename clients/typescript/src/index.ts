import { type AccountClient, createAccountClient } from "./account.js";
import { createOpportunityClient, type OpportunityClient } from "./opportunity.js";
import { createScoringClient, type ScoringClient } from "./scoring.js";
import type { ServiceOptions } from "./service.js";

export type { AccountClient, AccountSchemas } from "./account.js";
export { type Answer, type Outcome, required } from "./call.js";
export type { OpportunityClient, OpportunitySchemas } from "./opportunity.js";
export { type At, items, type Page } from "./paging.js";
export { isProblem, type Problem, ProblemError } from "./problem.js";
export type { ScoringClient, ScoringSchemas } from "./scoring.js";
export type { ServiceClient, ServiceOptions, Token } from "./service.js";

/** Where each service answers, without `/api/v1`. */
export interface ServiceUrls {
    account: string;
    scoring: string;
    opportunity: string;
}

/** What the clients of the suite are made of. */
export interface KamOptions extends Omit<ServiceOptions, "baseUrl"> {
    /** One address if a gateway leads to all services, or one for each. */
    baseUrl: string | ServiceUrls;
}

/** The suite: a client for each service. */
export interface KamClient {
    account: AccountClient;
    scoring: ScoringClient;
    opportunity: OpportunityClient;
}

export function createKamClient({ baseUrl, ...options }: KamOptions): KamClient {
    const urls: ServiceUrls =
        typeof baseUrl === "string" ? { account: baseUrl, scoring: baseUrl, opportunity: baseUrl } : baseUrl;
    return {
        account: createAccountClient({ ...options, baseUrl: urls.account }),
        scoring: createScoringClient({ ...options, baseUrl: urls.scoring }),
        opportunity: createOpportunityClient({ ...options, baseUrl: urls.opportunity }),
    };
}
