/** Classifications of crime, their trees, bundles and correspondences, from files that are part of the service. */
package cl.observatory.ingest.classification;
