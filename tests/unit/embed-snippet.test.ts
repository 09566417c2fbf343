import { expect, test } from 'vitest'
import { embedSnippet } from '@/components/share/publish-part'

test('the snippet is one frame whose attributes hold whatever they are given', () => {
  const snippet = embedSnippet('https://a.example/embed/x?t=1&map=2', '"><script>alert(1)</script> & co')
  expect(snippet).toContain('src="https://a.example/embed/x?t=1&amp;map=2"')
  expect(snippet).toContain('title="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; co"')
  expect(snippet).toContain('loading="lazy" referrerpolicy="no-referrer"')
  expect(snippet.match(/</g)).toHaveLength(2)
})
