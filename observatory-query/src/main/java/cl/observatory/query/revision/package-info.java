/** What a data set told otherwise from one release to another: cell by cell, and how far values moved. */
package cl.observatory.query.revision;
