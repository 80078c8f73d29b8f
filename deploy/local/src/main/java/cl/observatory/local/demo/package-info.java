/** {@code ./observatory demo}: the main job on sample data, from a file to two answers. */
package cl.observatory.local.demo;
