/**
 * Sample data that ship with the project: made from a seed, on the real territories and classification, and labelled
 * synthetic wherever they go.
 */
package cl.observatory.local.sample;
