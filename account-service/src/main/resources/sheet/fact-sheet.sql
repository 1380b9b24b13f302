-- One fact sheet for each of the given accounts: everything that scoring and white space read.
-- Sums of money are in the company's currency; amounts without a rate are left out and counted.
-- The same sequence gives the same sheet whenever it is read: months are listed one by one for the
-- three years before the last change, and agreed values are converted at the rate of their first day.
select
    a.id::text,
    (select epoch from epochs),
    a.sequence,
    json_build_object(
        'accountId', a.id,
        'externalIds', (
            select coalesce(json_agg(json_build_object('system', x.system, 'id', x.external_id)
                order by x.system, x.external_id), '[]')
            from account_external_ids x where x.account_id = a.id),
        'status', a.status,
        'mergedInto', null,
        'name', a.name,
        'parentId', a.parent_id,
        'parentSince', a.parent_since,
        'ownRollUpFrom', (
            select d.own_roll_up_from from designations d where d.account_id = a.id),
        'team', (
            select coalesce(json_agg(t.user_name order by t.user_name), '[]')
            from (
                select user_name from account_team_members where account_id = a.id
                union
                select m.user_name
                from designations d
                join managers m on m.id = d.manager_id
                where d.account_id = a.id and m.user_name is not null
            ) t),
        'currency', (select currency from company_settings),
        'sectorCode', a.sector_code,
        'headcount', a.headcount,
        'customerRevenue', a.customer_revenue::text,
        'headcountGrowth', a.headcount_growth::text,
        'revenueGrowth', a.revenue_growth::text,
        'insolvent', a.insolvent,
        'strategicNote', a.strategic_note,
        'veto', a.veto,
        'locations', (
            select coalesce(json_agg(json_build_object(
                'country', f.country, 'city', f.city, 'zone', f.zone) order by f.id), '[]')
            from locations f where f.account_id = a.id),
        'centres', (
            select coalesce(json_agg(json_build_object(
                'centreId', f.id, 'name', f.name, 'area', f.area,
                'decisionScope', f.decision_scope, 'status', f.status, 'zone', f.zone,
                'servedSince', f.served_since, 'observationComplete', f.observation_complete,
                'fiscalYearStartMonth', f.fiscal_year_start_month)
                order by f.id), '[]')
            from buying_centres f where f.account_id = a.id),
        'stakeholders', (
            select coalesce(json_agg(json_build_object(
                'stakeholderId', f.id, 'centreId', f.centre_id, 'roles', f.roles,
                'influence', f.influence, 'support', f.support, 'coverage', f.coverage,
                'observedOn', f.observed_on) order by f.id), '[]')
            from stakeholders f where f.account_id = a.id),
        'stakeholderRelations', (
            select coalesce(json_agg(json_build_object(
                'relationId', f.id, 'type', f.type, 'stakeholderId', f.stakeholder_id,
                'otherStakeholderId', f.other_stakeholder_id, 'managerId', f.manager_id,
                'strength', f.strength, 'observedOn', f.observed_on) order by f.id), '[]')
            from stakeholder_relations f where f.account_id = a.id),
        'holdings', (
            select coalesce(json_agg(json_build_object(
                'holdingId', f.id, 'centreId', f.centre_id, 'productCode', f.product_code,
                'quantity', f.quantity::text,
                'annualValue', round(f.amount * agreed_rate(f.currency, f.starts_on), 4)::text,
                'startsOn', f.starts_on, 'endsOn', f.ends_on, 'renewalOn', f.renewal_on,
                'utilisation', f.utilisation::text, 'contractId', f.contract_id,
                'observedOn', f.observed_on,
                'opportunityId', f.opportunity_id) order by f.id), '[]')
            from holdings f where f.account_id = a.id),
        'contracts', (
            select coalesce(json_agg(json_build_object(
                'contractId', f.id, 'number', f.number, 'startsOn', f.starts_on,
                'endsOn', f.ends_on,
                'annualValue', round(f.amount * agreed_rate(f.currency, f.starts_on), 4)::text,
                'noticeGivenOn', f.notice_given_on) order by f.id), '[]')
            from contracts f where f.account_id = a.id),
        'wins', (
            select coalesce(json_agg(json_build_object(
                'opportunityId', w.opportunity_id, 'winVersion', w.win_version,
                'outcome', w.outcome, 'reason', w.reason, 'holdingId', w.holding_id)
                order by w.opportunity_id, w.win_version), '[]')
            from wins w where w.account_id = a.id and w.undone_at is null),
        'revenue', json_build_object(
            'months', (
                select coalesce(json_agg(json_build_object(
                    'month', m.month, 'productCode', m.product_code, 'amount', m.amount::text,
                    'recurring', m.recurring::text, 'cost', m.cost::text,
                    'costKnownAmount', m.cost_known::text, 'lines', m.lines)
                    order by m.month, m.product_code), '[]')
                from (
                    select
                        to_char(f.invoiced_on, 'YYYY-MM') as month,
                        f.product_code,
                        sum(f.company_amount) as amount,
                        coalesce(sum(f.company_amount) filter (where f.recurring), 0.0000) as recurring,
                        coalesce(sum(f.company_cost), 0.0000) as cost,
                        coalesce(sum(f.company_amount) filter (where f.cost is not null), 0.0000) as cost_known,
                        count(*) as lines
                    from revenue_lines f
                    where f.account_id = a.id
                        and f.company_amount is not null
                        and f.invoiced_on >= w.since
                    group by 1, 2
                ) m),
            'earlier', (
                select json_build_object(
                    'amount', coalesce(sum(f.company_amount), 0.0000)::text,
                    'cost', coalesce(sum(f.company_cost), 0.0000)::text,
                    'costKnownAmount',
                    coalesce(sum(f.company_amount) filter (where f.cost is not null), 0.0000)::text)
                from revenue_lines f
                where f.account_id = a.id
                    and f.company_amount is not null
                    and f.invoiced_on < w.since),
            'unconvertedLines', (
                select coalesce(json_agg(json_build_object('month', u.month, 'lines', u.lines)
                    order by u.month), '[]')
                from (
                    select to_char(f.invoiced_on, 'YYYY-MM') as month, count(*) as lines
                    from revenue_lines f
                    where f.account_id = a.id and f.company_amount is null
                    group by 1
                ) u),
            'activeYears', (
                select coalesce(json_agg(y.year order by y.year), '[]')
                from (
                    select distinct extract(year from f.invoiced_on)::integer as year
                    from revenue_lines f
                    where f.account_id = a.id and f.amount > 0
                ) y),
            'firstPurchaseOn', p.first_on,
            'lastPurchaseOn', p.last_on,
            'purchaseDays', coalesce(p.days, 0),
            'spend', coalesce(p.spend, 0.0000)::text),
        'marginRates', (
            select coalesce(json_agg(json_build_object(
                'productCode', f.product_code, 'rate', f.rate::text, 'observedOn', f.observed_on)
                order by f.id), '[]')
            from margin_rates f where f.account_id = a.id),
        'costToServe', a.cost_to_serve::text,
        'effort', (
            select coalesce(json_agg(json_build_object('month', e.month, 'hours', e.hours::text)
                order by e.month), '[]')
            from (
                select to_char(f.worked_on, 'YYYY-MM') as month, sum(f.hours) as hours
                from service_efforts f
                where f.account_id = a.id and f.worked_on >= w.since
                group by 1
            ) e),
        'requests', (
            select coalesce(json_agg(json_build_object(
                'month', r.month, 'type', r.type, 'standard', r.standard,
                'complex', r.complex, 'bespoke', r.bespoke) order by r.month, r.type), '[]')
            from (
                select
                    to_char(f.opened_on, 'YYYY-MM') as month,
                    f.type,
                    count(*) filter (where f.complexity = 'STANDARD') as standard,
                    count(*) filter (where f.complexity = 'COMPLEX') as complex,
                    count(*) filter (where f.complexity = 'BESPOKE') as bespoke
                from service_requests f
                where f.account_id = a.id and f.opened_on >= w.since
                group by 1, 2
            ) r),
        'bespokeTerms', (
            select coalesce(json_agg(json_build_object(
                'termId', f.id, 'kind', f.kind, 'agreedOn', f.agreed_on, 'endsOn', f.ends_on)
                order by f.id), '[]')
            from bespoke_terms f where f.account_id = a.id),
        'satisfaction', (
            select coalesce(json_agg(json_build_object(
                'answerId', f.id, 'centreId', f.centre_id, 'score', f.score::text,
                'influence', f.influence, 'answeredOn', f.answered_on) order by f.id), '[]')
            from satisfaction_answers f where f.account_id = a.id),
        'complaints', (
            select coalesce(json_agg(json_build_object(
                'complaintId', f.id, 'centreId', f.centre_id, 'severity', f.severity,
                'openedOn', f.opened_on, 'closedOn', f.closed_on) order by f.id), '[]')
            from complaints f where f.account_id = a.id),
        'relationshipStage', (
            select json_build_object('stage', f.stage, 'observedOn', f.observed_on)
            from relationship_stages f
            where f.account_id = a.id
            order by f.observed_on desc, f.id desc
            limit 1),
        'projects', (
            select coalesce(json_agg(json_build_object(
                'projectId', f.id, 'centreId', f.centre_id, 'deliveredOn', f.delivered_on,
                'outcome', f.outcome) order by f.id), '[]')
            from delivered_projects f where f.account_id = a.id),
        'evidence', (
            select coalesce(json_agg(json_build_object(
                'evidenceId', f.id, 'kind', f.kind, 'type', f.type, 'value', f.value,
                'rater', f.rater, 'link', f.link, 'observedOn', f.observed_on) order by f.id), '[]')
            from evidence_items f where f.account_id = a.id),
        'goals', (
            select coalesce(json_agg(json_build_object(
                'goalId', f.id, 'centreId', f.centre_id, 'families', f.families,
                'priority', f.priority, 'status', f.status, 'dueOn', f.due_on,
                'evidencedOn', f.evidenced_on) order by f.id), '[]')
            from customer_goals f where f.account_id = a.id),
        'painPoints', (
            select coalesce(json_agg(json_build_object(
                'painPointId', f.id, 'centreId', f.centre_id, 'families', f.families,
                'severity', f.severity, 'status', f.status, 'evidencedOn', f.evidenced_on)
                order by f.id), '[]')
            from pain_points f where f.account_id = a.id),
        'dislikes', (
            select coalesce(json_agg(json_build_object(
                'productCode', f.product_code, 'centreId', f.centre_id,
                'observedOn', f.observed_on) order by f.id), '[]')
            from dislikes f where f.account_id = a.id)
    )::text
from accounts a
cross join lateral (
    select (date_trunc('month', a.changed_on) - interval '36 months')::date as since
) w
left join lateral (
    select
        min(f.invoiced_on) as first_on,
        max(f.invoiced_on) as last_on,
        count(distinct f.invoiced_on) as days,
        sum(f.company_amount) as spend
    from revenue_lines f
    where f.account_id = a.id and f.amount > 0
) p on true
where a.id = any (?::uuid[])
