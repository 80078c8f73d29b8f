/**
 * Sources: whose files are expected, how often and in which shape; and what became of them: taken in, or no longer of that
 * shape. How late a source is depends on the day it is asked for, and is told by the readers' side.
 */
package cl.observatory.ingest.source;
