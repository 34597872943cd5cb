/** What was heard on a leg and in a call, added up window by window; without Kafka. */
package org.emotionmonitor.app.summary;
