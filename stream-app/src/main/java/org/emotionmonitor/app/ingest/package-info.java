/** Audio into Kafka: files played as live calls. */
package org.emotionmonitor.app.ingest;
