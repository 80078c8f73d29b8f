-- The topic of community signals is read from its first event on when the schema is made anew, like the others (V070).
insert into awaited_event (topic, kafka_partition, until_offset)
select 'observatory.community.v1', -1, 0
where not exists (select from processed_event);
