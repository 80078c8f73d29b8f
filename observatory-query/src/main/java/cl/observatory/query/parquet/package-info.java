/** Files in Parquet, written as a stream: columns are encoded by Apache Parquet, what stands around them is written here. */
package cl.observatory.query.parquet;
