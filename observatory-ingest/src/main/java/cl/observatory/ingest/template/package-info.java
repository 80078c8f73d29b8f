/**
 * Templates: a CSV file that somebody fills in and sends back, for those who have figures and no publisher's file. Its
 * columns are the components of the data set, so that the built-in way of reading takes it as it is.
 */
package cl.observatory.ingest.template;
