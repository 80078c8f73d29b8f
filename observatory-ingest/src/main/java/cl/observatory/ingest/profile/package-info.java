/** Import profiles: how a publisher's file becomes observations, as data that is stored, versioned and published. */
package cl.observatory.ingest.profile;
