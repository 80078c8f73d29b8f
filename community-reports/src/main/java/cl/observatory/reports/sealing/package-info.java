/**
 * What is told is encrypted before it touches a disk: to the public key of the week, so that whoever takes a report cannot
 * read it back. Nothing here knows a private key.
 */
package cl.observatory.reports.sealing;
