/**
 * What staff do with reports: a queue by lane that shows no contents, openings that are audited and counted, decisions by
 * the states of a report, two persons where one must not suffice, words to the reporter, and the dates at which all of it
 * ends. Whatever moderation comes to know is sealed with the report again and stands in no column.
 */
package cl.observatory.reports.moderation;
