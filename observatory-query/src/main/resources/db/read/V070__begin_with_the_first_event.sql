-- How far the topics went when this schema was made, as long as not everything until there was applied
-- (cl.observatory.query.rebuild). A schema that was made anew begins with the first event of each topic.
create table awaited_event (
    topic text not null,
    -- -1 as long as nobody has looked how far the topic goes
    kafka_partition integer not null,
    until_offset bigint not null,
    primary key (topic, kafka_partition)
);

-- A schema that was there before goes on where it is.
insert into awaited_event (topic, kafka_partition, until_offset)
select topic, -1, 0
from unnest(array ['observatory.reference.v1', 'observatory.releases.v1']) as topic
where not exists (select from processed_event);
