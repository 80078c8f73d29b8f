/** {@code ./observatory demo}: the main job on sample data, from a file to three answers. */
package cl.observatory.local.demo;
