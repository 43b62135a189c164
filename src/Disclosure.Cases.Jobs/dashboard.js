// The page says "zh", the dates' texts are called "zh-cn".
(function (locale) {
  moment.locale = function (name) { return locale.call(moment, name === 'zh' ? 'zh-cn' : name); };
})(moment.locale);

// The charts' labels in dark mode, which no style sheet reaches.
if (window.Chart && Chart.defaults && Chart.defaults.global && window.matchMedia('(prefers-color-scheme: dark)').matches) {
  Chart.defaults.global.defaultFontColor = '#a9b5c0';
}

// What Hangfire says in English in a Chinese page, and our name in an English one.
(function () {
  var words = {
    'Storage Time:': '存储时间：', 'Parameters:': '参数：', 'Parameters': '参数', 'Duration': '用时', 'Latency': '等待', 'Duration:': '用时：', 'Latency:': '等待：', 'Server:': '服务器：',
    'Worker:': '工作线程：', 'Server': '服务器', 'Worker': '工作线程', 'Cron': '周期（Cron）', 'N/A': '—', 'Succeeded': '成功', 'Processing': '运行中', 'Enqueued': '排队',
    'Created': '已创建', 'Scheduled': '等待重试', 'Failed': '失败', 'Deleted': '已删除', 'Queue:': '队列：', 'Queue': '队列', 'Result': '结果', 'Result:': '结果：', 'Enqueue at:': '排队时间：',
    'An exception occurred during performance of the job.': '任务运行失败。', '周期性作业': '定时任务', '定期作业': '定时任务'
  };
  var language = document.documentElement.lang || '';
  document.addEventListener('DOMContentLoaded', function () {
    if (language.indexOf('zh') !== 0) {
      document.querySelectorAll('.navbar-brand').forEach(function (brand) { brand.textContent = 'Disclosure on application'; });
      return;
    }
    var walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), node;
    while ((node = walker.nextNode())) {
      var text = node.nodeValue.trim();
      if (words.hasOwnProperty(text)) { node.nodeValue = node.nodeValue.replace(text, words[text]); }
      else if (text.indexOf('作业') >= 0) { node.nodeValue = node.nodeValue.replace(/作业/g, '任务'); }
    }
  });
})();
