-- What proves it, of evidence of which that was said.
alter table evidence_items add column type text;
alter table evidence_items
    add constraint evidence_items_type check (
        type is null
        or kind = 'RECOGNITION' and type in (
            'SECTOR_RANKING', 'AWARD', 'ASSOCIATION_LEADERSHIP', 'MEDIA_PRESENCE',
            'LISTED_COMPANY', 'RECOGNISED_BRAND')
        or kind = 'REFERENCE' and type in ('REFERENCE_AGREED', 'REFERENCE_GIVEN')) not valid;
