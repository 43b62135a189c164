// The page says "zh", the dates' texts are called "zh-cn".
(function (locale) {
  moment.locale = function (name) { return locale.call(moment, name === 'zh' ? 'zh-cn' : name); };
})(moment.locale);
