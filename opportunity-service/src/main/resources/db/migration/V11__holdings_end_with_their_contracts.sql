-- No holding outlasts its contract.
update account_holdings h
set ends_on = least(h.ends_on, (contract ->> 'endsOn')::date)
from account_facts f,
    jsonb_array_elements(f.sheet -> 'holdings') as holding,
    jsonb_array_elements(f.sheet -> 'contracts') as contract
where f.account_id = h.account_id
    and (holding ->> 'holdingId')::uuid = h.holding_id
    and contract ->> 'contractId' = holding ->> 'contractId'
    and contract ->> 'endsOn' is not null;
