/** Answers that are files: written while they are read, and never whole in memory. */
package cl.observatory.query.file;
