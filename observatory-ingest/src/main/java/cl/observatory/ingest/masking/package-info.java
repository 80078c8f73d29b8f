/** Imports of restricted data sets as the masked tables of their plan, and their publication. */
package cl.observatory.ingest.masking;
