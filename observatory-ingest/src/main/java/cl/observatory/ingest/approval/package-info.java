/**
 * Who decides about the imports of a data set. Always another person than the one who sent the file; by data set also
 * somebody of another organization, or of one that is named, so that an organization of one person has an approver.
 */
package cl.observatory.ingest.approval;
