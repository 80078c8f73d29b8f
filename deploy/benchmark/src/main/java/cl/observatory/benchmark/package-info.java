/** Speed of the main job and of answers, measured on the whole local stack beside a bare baseline in the same run. */
package cl.observatory.benchmark;
