-- Everything that a model decides, as one document; `parameters` stays for the version before.
alter table scoring_models add column model jsonb;

update scoring_models set model = $model$
{
    "weights": {"C1": 20, "C2": 20, "C3": 10, "C4": 20, "C5": 10, "C6": 20},
    "activeMonths": 24,
    "gate": {
        "entryThreshold": 70, "exitThreshold": 55, "leastCoverage": 0.70,
        "strongCriterion": 60, "leastStrongCriteria": 3
    },
    "emerging": {
        "leastGrowth": 75, "leastCredibility": 60, "lowRevenue": 30, "fewProjects": 3
    },
    "portfolio": {"threshold": 60, "band": 3, "relationshipShare": 0.7},
    "sensitivity": {"draws": 1000, "spread": 0.20, "seed": 20260101},
    "revenueShare": {
        "measure": "revenueShare", "leastMonths": 3,
        "share": [[0, 0], [0.005, 30], [0.01, 50], [0.02, 70], [0.05, 90], [0.10, 100]],
        "multiple": [[1, 0], [30, 100]]
    },
    "lifetimeValue": {
        "scale": [[0, 0], [0.5, 10], [1, 25], [3, 50], [10, 80], [30, 100]],
        "horizonYears": 5, "discountRate": 0.10, "growth": 0,
        "baseRetention": 0.80, "leastRetention": 0.50, "mostRetention": 0.98,
        "retentionShift": 0.05, "leastCohort": 30, "estimateCoverage": 0.5
    },
    "customisedService": {
        "parts": {"timeShare": 0.50, "complexRate": 0.35, "bespokeCount": 0.15},
        "timeShare": [[0, 0], [0.01, 40], [0.03, 70], [0.08, 100]],
        "complexRate": [[0, 0], [0.2, 40], [0.5, 80], [0.8, 100]],
        "bespokeCount": [[0, 0], [1, 40], [3, 80], [5, 100]],
        "hours": {"*": {"standard": 1, "complex": 4, "bespoke": 12}},
        "estimateCoverage": 0.5, "crisisMultiple": 3, "onboardingMonths": 3,
        "overServedMultiple": 1.5
    },
    "growthPotential": {
        "parts": {"headroom": 0.40, "unservedCentres": 0.25, "walletGap": 0.20, "trend": 0.15},
        "headroom": [[0, 0], [0.25, 30], [1, 70], [3, 100]],
        "trend": [[-0.2, 0], [0, 40], [0.15, 75], [0.4, 100]],
        "quarters": 8, "leastQuarters": 4, "emptyQuarter": 0.1,
        "shrinking": -0.20, "cap": 30
    },
    "credibility": {
        "parts": {"recognition": 0.7, "referenceability": 0.3},
        "rubric": [0, 25, 50, 75, 100],
        "freshMonths": 24, "staleShare": 0.5, "farApart": 25
    },
    "relationship": {
        "parts": {"tenure": 0.25, "stage": 0.25, "people": 0.25, "satisfaction": 0.25},
        "tenure": [[0, 0], [1, 25], [3, 55], [5, 75], [10, 100]],
        "stages": {
            "EXPLORATORY": 0, "BASIC": 25, "COOPERATIVE": 50, "INTERDEPENDENT": 75,
            "INTEGRATED": 100
        },
        "coverage": {"NO_CONTACT": 0, "BRIEF": 0.33, "MULTIPLE": 0.66, "IN_DEPTH": 1},
        "leastInfluence": 3, "keyInfluence": 4, "wellKnown": 0.66, "freshMonths": 12,
        "singleThreadedCap": 60
    }
}$model$;

-- What a company has changed in the old parameters holds on.
do $$
declare
    old record;
begin
    for old in
        select m.version, p.place::text[] as place, m.parameters -> p.name as value
        from scoring_models m
        cross join (values
            ('{gate,entryThreshold}', 'entryThreshold'),
            ('{gate,exitThreshold}', 'exitThreshold'),
            ('{gate,leastCoverage}', 'leastCoverage'),
            ('{gate,strongCriterion}', 'strongCriterion'),
            ('{gate,leastStrongCriteria}', 'leastStrongCriteria'),
            ('{portfolio,threshold}', 'boxThreshold'),
            ('{portfolio,band}', 'boxBand'),
            ('{lifetimeValue,discountRate}', 'discountRate'),
            ('{lifetimeValue,horizonYears}', 'horizonYears'),
            ('{lifetimeValue,baseRetention}', 'baseRetention'),
            ('{lifetimeValue,estimateCoverage}', 'estimateCoverage'),
            ('{customisedService,hours,*,standard}', 'standardHours'),
            ('{customisedService,hours,*,complex}', 'complexHours'),
            ('{customisedService,hours,*,bespoke}', 'bespokeHours'),
            ('{weights}', 'weights')
        ) as p (place, name)
        where m.parameters ? p.name
    loop
        update scoring_models
        set model = jsonb_set(model, old.place, old.value)
        where version = old.version;
    end loop;
end $$;

alter table scoring_models alter column model set not null;
