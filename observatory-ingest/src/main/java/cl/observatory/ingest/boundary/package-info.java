/**
 * Boundaries of communes, from a file that whoever runs the observatory provides: read, checked, simplified for three
 * kinds of maps, and told to readers (docs/adr/0023). An edition is whole and versioned; its versions are kept.
 */
package cl.observatory.ingest.boundary;
