// The client as its users see it, against a running suite.
import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { type Answer, createKamClient, items, ProblemError, required } from "@kam-suite/client";
import { type AccountSchemas, createAccountClient } from "@kam-suite/client/account";
import type { OpportunitySchemas } from "@kam-suite/client/opportunity";
import type { ScoringSchemas } from "@kam-suite/client/scoring";

const PATIENCE_MS = 60_000;

const kam = createKamClient({
    baseUrl: {
        account: setting("KAM_ACCOUNT_URL"),
        scoring: setting("KAM_SCORING_URL"),
        opportunity: setting("KAM_OPPORTUNITY_URL"),
    },
    token: async () => setting("KAM_TOKEN"),
});

function setting(name: string): string {
    const value = process.env[name];
    assert.ok(value, `${name} must be set`);
    return value;
}

/** An answer may take longer than the longest that `X-Wait-For` waits. */
async function caughtUp<T>(read: () => Promise<Answer<T>>): Promise<Answer<T>> {
    const end = Date.now() + PATIENCE_MS;
    for (;;) {
        try {
            return await read();
        } catch (error) {
            if (!(error instanceof ProblemError) || error.problem.status !== 504 || Date.now() > end) {
                throw error;
            }
            await pause(250);
        }
    }
}

async function openAccount(): Promise<Answer<AccountSchemas["AccountResponse"]> & { id: string }> {
    const opened = await required(
        kam.account.POST("/api/v1/accounts", {
            params: { header: { "Idempotency-Key": crypto.randomUUID() } },
            body: { profile: { name: "Client Smoke", status: "ACTIVE", headcount: 12 } },
        }),
    );
    assert.ok(opened.data.id);
    return { ...opened, id: opened.data.id };
}

async function addCentre(accountId: string): Promise<Answer<AccountSchemas["FactResponseBuyingCentre"]> & { id: string }> {
    const added = await required(
        kam.account.POST("/api/v1/accounts/{accountId}/centres", {
            params: { path: { accountId } },
            body: { name: "Plant", area: "Operations", decisionScope: [], status: "IDENTIFIED" },
        }),
    );
    assert.ok(added.data.id);
    return { ...added, id: added.data.id };
}

test("opens an account once for an idempotency key", async () => {
    const request = {
        params: { header: { "Idempotency-Key": crypto.randomUUID() } },
        body: { profile: { name: "Client Smoke", status: "PROSPECT" as const } },
    };

    const first = await required(kam.account.POST("/api/v1/accounts", request));
    const second = await required(kam.account.POST("/api/v1/accounts", request));

    assert.equal(first.response.status, 201);
    assert.equal(second.data.id, first.data.id);
});

test("changes a buying centre by the ETag with which it was read", async () => {
    const account = await openAccount();
    const centre = await addCentre(account.id);
    const path = { accountId: account.id, id: centre.id };

    const read = await required(
        kam.account.GET("/api/v1/accounts/{accountId}/centres/{id}", { params: { path } }),
    );
    assert.ok(read.etag);
    assert.equal(read.data.name, "Plant");
    const changed = await required(
        kam.account.PATCH("/api/v1/accounts/{accountId}/centres/{id}", {
            params: { path, header: { "If-Match": read.etag } },
            body: { status: "CONTACTED" },
        }),
    );

    assert.equal(changed.data.status, "CONTACTED");
    assert.equal(changed.data.name, "Plant");
    assert.notEqual(changed.etag, read.etag);
});

test("tells of a stale ETag as a problem", async () => {
    const account = await openAccount();
    const centre = await addCentre(account.id);
    const change = (etag: string | undefined, status: AccountSchemas["CentreStatus"]) =>
        kam.account.PATCH("/api/v1/accounts/{accountId}/centres/{id}", {
            params: { path: { accountId: account.id, id: centre.id }, header: { "If-Match": etag ?? "" } },
            body: { status },
        });
    await required(change(centre.etag, "CONTACTED"));

    const { error } = await change(centre.etag, "DORMANT");
    assert.equal(error?.status, 412);
    await assert.rejects(required(change(centre.etag, "DORMANT")), (thrown: unknown) => {
        assert.ok(thrown instanceof ProblemError);
        assert.equal(thrown.problem.status, 412);
        assert.match(thrown.problem.type, /^\/problems\//);
        assert.ok(thrown.problem.instance?.includes(centre.id));
        return true;
    });
});

test("tells every violation with its place", async () => {
    const { error } = await kam.account.POST("/api/v1/accounts", {
        body: { profile: { name: "", status: "ACTIVE" } },
    });

    assert.equal(error?.status, 400);
    assert.deepEqual(
        error.errors?.map((violation) => violation.pointer),
        ["/profile/name"],
    );
});

test("reads nothing with a wrong token", async () => {
    const stranger = createAccountClient({ baseUrl: setting("KAM_ACCOUNT_URL"), token: "wrong" });

    const { error } = await stranger.GET("/api/v1/accounts");

    assert.equal(error?.status, 401);
});

test("walks over every page of the accounts", async () => {
    const limit = 40;
    const names = new Set<string | undefined>();
    let pages = 0;
    const accounts = items((at) => {
        pages++;
        return kam.account.GET("/api/v1/accounts", { params: { query: { limit, sort: "name", ...at } } });
    });
    for await (const account of accounts) {
        names.add(account.id);
    }
    const counted = await required(
        kam.account.GET("/api/v1/accounts", { params: { query: { limit: 1, count: "exact" } } }),
    );

    assert.equal(names.size, counted.data.count);
    assert.equal(pages, Math.ceil(names.size / limit));
});

test("fetches no more pages than are asked for", async () => {
    let pages = 0;
    const accounts = items((at) => {
        pages++;
        return kam.account.GET("/api/v1/accounts", { params: { query: { limit: 1, ...at } } });
    });

    const first: IteratorResult<AccountSchemas["AccountLine"], void> = await accounts.next();

    assert.equal(first.done, false);
    assert.equal(pages, 1);
});

test("reads the score that rests on what was written", async () => {
    const account = await openAccount();
    const centre = await addCentre(account.id);
    assert.ok(centre.accountSequence);
    const waitFor = `${centre.accountSequence};10000ms`;

    const score = await caughtUp(() =>
        required(
            kam.scoring.GET("/api/v1/scores/{accountId}", {
                params: { path: { accountId: account.id }, header: { "X-Wait-For": waitFor } },
            }),
        ),
    );

    const verdict: ScoringSchemas["Verdict"] | undefined = score.data.verdict;
    assert.equal(verdict?.accountId, account.id);
    assert.ok((verdict.factsSequence ?? 0) >= 2);
});

test("reads the ranking with its criteria", async () => {
    const ranking = await required(kam.scoring.GET("/api/v1/scores", { params: { query: { limit: 5 } } }));

    const verdicts = ranking.data.items?.map((item) => item.verdict) ?? [];
    assert.equal(verdicts.length, 5);
    assert.deepEqual(
        verdicts.map((verdict) => verdict?.status),
        ["SCORED", "SCORED", "SCORED", "SCORED", "SCORED"],
    );
    assert.ok(verdicts[0]?.criteria?.["C4"]?.score);
});

async function matrixOf(accountId: string, centre: Answer<unknown>): Promise<OpportunitySchemas["Cell"][]> {
    assert.ok(centre.accountSequence);
    const waitFor = `${centre.accountSequence};10000ms`;
    const matrix = await caughtUp(() =>
        required(
            kam.opportunity.GET("/api/v1/white-space/{accountId}", {
                params: { path: { accountId }, header: { "X-Wait-For": waitFor } },
            }),
        ),
    );
    return matrix.data.cells ?? [];
}

test("reads the white space that rests on what was written", async () => {
    const account = await openAccount();
    const centre = await addCentre(account.id);

    const cells = await matrixOf(account.id, centre);

    assert.ok(cells.some((cell) => cell.centreId === centre.id));
});

test("opens an opportunity and lists it", async () => {
    const account = await openAccount();
    const centre = await addCentre(account.id);
    const productCode = (await matrixOf(account.id, centre)).find((cell) => cell.centreId === centre.id)?.productCode;
    assert.ok(productCode);

    const opened = await required(
        kam.opportunity.POST("/api/v1/opportunities", {
            body: { accountId: account.id, centreId: centre.id, productCode, type: "CROSS_SELL_NEW" },
        }),
    );

    const states = new Map<string | undefined, OpportunitySchemas["PipelineState"] | undefined>();
    const opportunities = items((at) =>
        kam.opportunity.GET("/api/v1/opportunities", { params: { query: { limit: 2, ...at } } }),
    );
    for await (const opportunity of opportunities) {
        states.set(opportunity.id, opportunity.state);
    }
    assert.equal(states.get(opened.data.id), opened.data.state);
});
