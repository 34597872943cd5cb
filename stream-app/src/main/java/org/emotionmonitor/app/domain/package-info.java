/** The words of the topics: records, their JSON, their headers, the topics' names. */
package org.emotionmonitor.app.domain;
